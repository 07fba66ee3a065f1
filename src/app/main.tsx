import { effect } from '@preact/signals';
import { options, render } from 'preact';
import { App } from './app.tsx';
import { learnWords } from './i18n/locale.ts';
import { keepOffline } from './offline.ts';
import { openAtlas } from './own/open-atlas.ts';
import { dressPage } from './panels/appearance.ts';
import { keepFocus } from './panels/keep-focus.ts';
import { lendSiteToStories } from './site-for-stories.ts';
import { language } from './state/app-state.ts';
import { followAddress } from './state/history.ts';
import { nextTask } from './state/next-task.ts';
import './styles/index.css';

options.debounceRendering = nextTask;
followAddress();
dressPage();
keepFocus(document);
lendSiteToStories();
void openAtlas();
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element #app');
await learnWords(language.peek());
// a language that cannot be fetched leaves the words as they are
effect(() => void learnWords(language.value).catch(() => {}));
render(<App />, root);
keepOffline();
