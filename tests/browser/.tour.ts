import { findBrowser } from './chromium.ts';
import { chromium } from '@playwright/test';
const fb=await findBrowser(); const b = await chromium.launch({ executablePath: fb.executablePath!, args: [...fb.args], env: {...process.env, ...fb.env} as any, headless: true });
const run = async (name:string, url:string, w:number,h:number, scheme:any, steps:(p:any)=>Promise<void>)=>{const p=await b.newPage({viewport:{width:w,height:h},colorScheme:scheme});p.on('console',(m:any)=>{if(m.type()==='error')console.log(name,'console',m.text().slice(0,200))});p.on('pageerror',(e:any)=>console.log(name,'pageerror',e.message.slice(0,300)));await p.goto('http://127.0.0.1:4555/'+url);await p.waitForTimeout(6000);try{await steps(p)}catch(e:any){console.log(name,e.message.slice(0,300))}await p.screenshot({path:`/tmp/tour-${name}.png`});console.log(name,p.url());await p.close()};
await run('place','#lang=en',1440,900,'light',async p=>{await p.getByRole('link',{name:/Stepanakert/}).first().click({timeout:3000}).catch(async()=>{await p.keyboard.press('/');await p.keyboard.type('stepan');await p.waitForTimeout(1200);await p.keyboard.press('ArrowDown');await p.keyboard.press('Enter')});await p.waitForTimeout(3500)});
await run('doc','#lang=ar',1440,900,'light',async p=>{await p.getByText('أذربيجان تشن').first().click({timeout:4000});await p.waitForTimeout(3500)});
await run('event','#lang=en',1440,900,'dark',async p=>{await p.keyboard.press('/');await p.keyboard.type('offensive');await p.waitForTimeout(1500);await p.screenshot({path:'/tmp/tour-search.png'});await p.keyboard.press('ArrowDown');await p.keyboard.press('Enter');await p.waitForTimeout(3500)});
await run('phone','#lang=en',390,844,'light',async p=>{await p.waitForTimeout(500)});
await b.close();
