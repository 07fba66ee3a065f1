import { useEffect } from 'preact/hooks';
import { documentFile } from '../data/load.ts';
import { formatDate } from '../i18n/dates.ts';
import { formatNumber, messages } from '../i18n/locale.ts';
import { documentTitle } from '../i18n/names.ts';
import { atlas, documentIndex, language } from '../state/app-state.ts';
import { printed } from './printed-story.ts';
import { sourceLabel } from './step-text.tsx';
import { type Story, textIn } from './story.ts';
import { StoryQuote } from './story-quote.tsx';

/** Reads the texts that a handout quotes, then prints. */
export async function printHandout(address: string, story: Story): Promise<void> {
  const corpus = atlas.peek();
  const wanted = new Set(
    story.steps.flatMap(({ sources }) => sources.flatMap((one) => ('document' in one ? [one.document] : []))),
  );
  const files = [...wanted].flatMap((id) => {
    const index = documentIndex.peek().get(id);
    const file = index === undefined ? undefined : corpus?.documents[index]?.file;
    return file ? [documentFile(file)] : [];
  });
  await Promise.all(
    files.map(
      (file) =>
        new Promise<void>((resolve) => {
          if (file.peek() !== 'loading') return resolve();
          const stop = file.subscribe((now) => {
            if (now === 'loading') return;
            queueMicrotask(() => stop());
            resolve();
          });
        }),
    ),
  );
  printed.value = { story, address };
}

/** A story on paper: the words of every step with the passages they rest on, who says so and where. */
export function Handout() {
  const now = printed.value;
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => {
      window.print();
      printed.value = null;
    }, 100);
    return () => clearTimeout(timer);
  }, [now]);
  if (!now) return null;
  const t = messages.value;
  const { story } = now;
  const title = textIn(story.title, language.value);
  const documents = [
    ...new Set(
      story.steps.flatMap(({ sources }) => sources.flatMap((one) => ('document' in one ? [one.document] : []))),
    ),
  ];
  return (
    <article class="handout">
      <h1 lang={title.lang}>{title.text || t.stories.untitled}</h1>
      {story.steps.map((step, at) => {
        const head = textIn(step.title, language.value);
        const text = textIn(step.text, language.value);
        return (
          <section key={at}>
            <h2 lang={head.lang}>
              {formatNumber(at + 1)}. {head.text || t.stories.untitledStep}
            </h2>
            <p lang={text.lang}>{text.text}</p>
            {step.sources.map((source, index) => (
              <div key={index} class="handout-source">
                <span>[{formatNumber(index + 1)}]</span>
                {'place' in source ? <p>{sourceLabel(source, index + 1)}</p> : <StoryQuote passage={source} plain />}
              </div>
            ))}
          </section>
        );
      })}
      <section>
        <h2>{t.stories.handoutSources}</h2>
        <ul>
          {documents.map((id) => {
            const record = atlas.value?.documents[documentIndex.value.get(id) ?? -1];
            if (!record)
              return (
                <li key={id}>
                  <bdi>{id}</bdi> · {t.stories.missingDocument}
                </li>
              );
            const name = documentTitle(record);
            return (
              <li key={id}>
                <bdi lang={name.lang}>{name.text}</bdi>
                {' · '}
                {[record.author, record.source, formatDate(record.date, record.firstDay, record.lastDay, 'long')]
                  .filter(Boolean)
                  .join(' · ')}
                {record.url && ` · ${record.url}`}
              </li>
            );
          })}
        </ul>
      </section>
      <p class="quiet">{t.stories.handoutFoot(`${location.origin}${location.pathname}`)}</p>
    </article>
  );
}
