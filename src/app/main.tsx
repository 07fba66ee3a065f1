import { render } from 'preact';
import { App } from './app.tsx';
import { openAtlas } from './own/open-atlas.ts';
import { dressPage } from './panels/appearance.ts';
import { followAddress } from './state/history.ts';
import './styles/index.css';

followAddress();
dressPage();
void openAtlas();
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element #app');
render(<App />, root);
