import { options, render } from 'preact';
import { App } from './app.tsx';
import { keepOffline } from './offline.ts';
import { openAtlas } from './own/open-atlas.ts';
import { dressPage } from './panels/appearance.ts';
import { followAddress } from './state/history.ts';
import { nextTask } from './state/next-task.ts';
import './styles/index.css';

options.debounceRendering = nextTask;
followAddress();
dressPage();
void openAtlas();
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element #app');
render(<App />, root);
keepOffline();
