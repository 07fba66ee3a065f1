import { messages } from '../i18n/locale.ts';
import { atlas, language } from '../state/app-state.ts';
import { linkToView } from './take-away.ts';

/** In a frame: what the map is of, and the way to the whole. */
export function EmbedCredit() {
  const t = messages.value;
  const corpus = atlas.value;
  if (!corpus) return null;
  return (
    <p class="embed-credit">
      <bdi>{corpus.titles[language.value] ?? corpus.title}</bdi>
      <a href={linkToView()} target="_blank" rel="noopener">
        {t.takeAway.openWhole}
      </a>
    </p>
  );
}
