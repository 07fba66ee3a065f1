import { batch, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import { announce } from '../panels/live-region.tsx';
import { PanelHead } from '../panels/panel-head.tsx';
import { language } from '../state/app-state.ts';
import { drawAtOnce } from './draw-at-once.ts';
import { editedStory } from './edited-story.ts';
import { printHandout } from './handout.tsx';
import { justDeleted, restoreDeleted } from './just-deleted.ts';
import { faultText, listedStories, loadListedStories, storyAt } from './open-story.ts';
import { addStory, ownStories } from './own-stories.ts';
import { bringSite, restsElsewhere } from './site-documents.ts';
import { SiteOffer } from './site-offer.tsx';
import { MAX_STORY_BYTES, parseStory, type Story, textIn } from './story.ts';
import { captureStep, showStep } from './story-actions.ts';
import { StoryEditor } from './story-editor.tsx';
import { UndoOffer } from './undo-offer.tsx';

/** Stories of the atlas and one's own; one of these in the editor. */
export function StoriesPanel() {
  const t = messages.value;
  const words = t.stories;
  const edited = editedStory.value;
  const story = edited === null ? undefined : ownStories.value[edited];
  useEffect(loadListedStories, []);
  if (edited !== null && story) return <StoryEditor address={edited} story={story} />;
  const listed = listedStories.value;
  return (
    <article class="stories">
      <PanelHead path={[{ label: t.overview.corpus }]} title={words.title} small />
      <p class="lead">{words.lead}</p>
      <section class="block">
        <h3>{words.ofAtlas}</h3>
        {listed === null && <p class="quiet">{words.loading}</p>}
        {listed?.length === 0 && <p class="quiet">{words.none}</p>}
        {listed !== null && listed.length > 0 && <SiteOffer />}
        <ul class="story-list">
          {listed?.map(({ address, title, steps }) => (
            <StoryRow key={address} address={address} title={title} steps={steps} />
          ))}
        </ul>
      </section>
      <section class="block">
        <h3>{words.own}</h3>
        <p class="quiet">{Object.keys(ownStories.value).length === 0 ? words.noneOwn : words.ownNote}</p>
        <OwnRows />
        <div class="story-actions">
          <button type="button" class="take-button" onClick={newStory}>
            {words.make}
          </button>
          <OpenFile />
        </div>
      </section>
    </article>
  );
}

/** One's own stories, and where one was deleted the way back. */
function OwnRows() {
  const list = useRef<HTMLUListElement>(null);
  const restored = useRef(-1);
  const kept = ownStories.value;
  useLayoutEffect(() => {
    list.current?.querySelectorAll<HTMLElement>('.story-open')[restored.current]?.focus();
    restored.current = -1;
  }, [kept]);
  const rows = Object.entries(kept).map(([address, one]) => (
    <StoryRow key={address} address={address} title={one.title} steps={one.steps.length} own />
  ));
  const deleted = justDeleted.value;
  const restore = () => {
    drawAtOnce(() =>
      batch(() => {
        restored.current = restoreDeleted();
      }),
    );
    announce(messages.peek().stories.editor.restoredStory);
  };
  if (deleted && 'story' in deleted)
    rows.splice(
      deleted.at,
      0,
      <li key="deleted">
        <UndoOffer deleted={deleted} onUndo={restore} />
      </li>,
    );
  return (
    <ul class="story-list" ref={list}>
      {rows}
    </ul>
  );
}

/** A story of one step: what was on the screen before the panel was opened. */
function newStory(): void {
  addStory({ format: 'mawdi-story', version: 1, title: {}, steps: [{ title: {}, text: {}, ...captureStep() }] });
}

function OpenFile() {
  const t = messages.value.stories;
  const fault = useSignal<string | null>(null);
  const open = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MAX_STORY_BYTES) {
      fault.value = faultText({ code: 'too-large' });
      return;
    }
    const parsed = parseStory(await file.text());
    if ('story' in parsed) addStory(parsed.story);
    else fault.value = faultText(parsed.fault);
  };
  return (
    <>
      <label class="take-button file-button">
        {t.openFile}
        <input
          type="file"
          accept=".json,application/json"
          class="visually-hidden"
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {fault.value !== null && <p role="alert">{fault.value}</p>}
    </>
  );
}

interface StoryRowProps {
  readonly address: string;
  readonly title: Readonly<Record<string, string>>;
  readonly steps: number;
  readonly own?: boolean;
}

function StoryRow({ address, title, steps, own = false }: StoryRowProps) {
  const t = messages.value.stories;
  const fault = useSignal<string | null>(null);
  /** What was to be printed while the documents that it quotes were hidden. */
  const waiting = useSignal<Story | null>(null);
  const print = (story: Story) => {
    waiting.value = bringSite.peek() && restsElsewhere(story) ? story : null;
    if (!waiting.value) void printHandout(address, story);
  };
  const name = textIn(title, language.value);
  const shown = name.text || t.untitled;
  const whenRead = (use: (story: Story) => void) => {
    const state = storyAt(address);
    const stop = state.subscribe((story) => {
      if (story === 'loading') return;
      queueMicrotask(() => stop());
      if ('fault' in story) fault.value = story.fault;
      else use(story);
    });
  };
  return (
    <li>
      <button
        type="button"
        class="story-open"
        aria-label={t.presentOne(shown)}
        onClick={() => whenRead((story) => showStep(address, story, 0))}
      >
        <bdi lang={name.lang}>{shown}</bdi>
      </button>
      <span class="quiet">{t.steps(steps)}</span>
      <span class="story-row-actions">
        <button
          type="button"
          class="text-button"
          aria-hidden="true"
          tabIndex={-1}
          onClick={() => whenRead((story) => showStep(address, story, 0))}
        >
          {t.present}
        </button>
        <button type="button" class="text-button" aria-label={t.printOne(shown)} onClick={() => whenRead(print)}>
          {t.print}
        </button>
        {own ? (
          <button
            type="button"
            class="text-button"
            aria-label={t.editOne(shown)}
            onClick={() => (editedStory.value = address)}
          >
            {t.edit}
          </button>
        ) : (
          <button
            type="button"
            class="text-button"
            aria-label={t.copyOne(shown)}
            onClick={() => whenRead((story) => void addStory(story))}
          >
            {t.copy}
          </button>
        )}
      </span>
      {fault.value !== null && <p role="alert">{fault.value}</p>}
      {waiting.value && <SiteOffer story={waiting.value} role="alert" onShown={() => print(waiting.value!)} />}
    </li>
  );
}
