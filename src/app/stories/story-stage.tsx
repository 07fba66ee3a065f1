import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { direction, formatNumber, messages } from '../i18n/locale.ts';
import { announce } from '../panels/live-region.tsx';
import { Icon } from '../parts/icon.tsx';
import { atlas, language, storyIsBare, storyPlace } from '../state/app-state.ts';
import { storyAt } from './open-story.ts';
import { SiteOffer } from './site-offer.tsx';
import { StepText } from './step-text.tsx';
import { type Story, textIn } from './story.ts';
import { closeStory, showStep } from './story-actions.ts';
import { StoryQuote } from './story-quote.tsx';

/** A story over the whole screen: the map, and a card with the words of the step. */
export function StoryStage() {
  const place = storyPlace.value;
  const t = messages.value.stories;
  if (!place) return null;
  const story = storyAt(place.address).value;
  if (story === 'loading') return <Notice text={t.loading} />;
  if ('fault' in story) return <Notice text={story.fault} role="alert" />;
  return <StoryCard address={place.address} story={story} at={Math.min(place.step, story.steps.length - 1)} />;
}

function Notice({ text, role }: { readonly text: string; readonly role?: 'alert' }) {
  const t = messages.value.stories;
  useKeys(() => {}, closeStory);
  return (
    <section class="story-card" aria-label={t.region}>
      <p role={role}>{text}</p>
      <p>
        <button type="button" class="text-button" onClick={closeStory}>
          {t.close}
        </button>
      </p>
    </section>
  );
}

interface StoryCardProps {
  readonly address: string;
  readonly story: Story;
  readonly at: number;
}

function StoryCard({ address, story, at }: StoryCardProps) {
  const t = messages.value.stories;
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = useSignal(1);
  const step = story.steps[at]!;
  const total = story.steps.length;
  const title = textIn(story.title, language.value);
  const head = textIn(step.title, language.value);
  const go = (to: number) => {
    if (to >= 0 && to < total && to !== at) showStep(address, story, to);
  };
  // with another atlas the state of the step has gone; meanwhile one may have gone on, or away
  const showAgain = () => {
    const now = storyPlace.peek();
    if (now?.address !== address) return;
    showStep(address, story, now.step);
    heading.current?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (storyIsBare.peek()) showStep(address, story, at);
    heading.current?.focus({ preventScroll: true });
  }, [story]);
  useEffect(() => {
    chosen.value = step.sources.findIndex((source) => !('place' in source)) + 1;
    card.current?.scrollTo({ top: 0 });
    announce(`${t.position(formatNumber(at + 1), formatNumber(total))}: ${head.text || t.untitledStep}`);
    document.title = `${head.text || title.text} · ${messages.peek().appName}`;
  }, [at, story, language.value]);
  useKeys((to) => go(to === 'first' ? 0 : to === 'last' ? total - 1 : at + to), closeStory);
  const source = step.sources[chosen.value - 1];
  return (
    <section class="story-card" ref={card} aria-label={t.region}>
      <header>
        <p class="story-kicker">
          <bdi lang={title.lang}>{title.text || t.untitled}</bdi>
        </p>
        <FullScreenButton />
        <button
          type="button"
          class="icon-button small"
          aria-label={t.close}
          title={`${t.close} (Esc)`}
          onClick={closeStory}
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      <h2 ref={heading} tabIndex={-1} class="story-title" lang={head.lang === language.value ? undefined : head.lang}>
        {head.text || t.untitledStep}
      </h2>
      <StepText step={step} chosen={chosen.value} onChoose={(number) => (chosen.value = number)} />
      <SiteOffer story={story} onShown={showAgain} />
      {source && !('place' in source) && <StoryQuote passage={source} />}
      <footer>
        <ol class="story-dots">
          {story.steps.map((one, index) => (
            <li key={index}>
              <button
                type="button"
                class={index < at ? 'is-past' : ''}
                aria-current={index === at ? 'step' : undefined}
                aria-label={t.goTo(formatNumber(index + 1), textIn(one.title, language.value).text || t.untitledStep)}
                onClick={() => go(index)}
              />
            </li>
          ))}
        </ol>
        <span class="story-position">{t.position(formatNumber(at + 1), formatNumber(total))}</span>
        <button
          type="button"
          class="icon-button story-back"
          aria-label={t.previous}
          title={t.previous}
          disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          <Icon name="next" />
        </button>
        <button
          type="button"
          class="icon-button story-next"
          aria-label={t.next}
          title={t.next}
          disabled={at === total - 1}
          onClick={() => go(at + 1)}
        >
          <Icon name="next" />
        </button>
      </footer>
    </section>
  );
}

function FullScreenButton() {
  const t = messages.value.stories;
  if (!document.fullscreenEnabled || !atlas.value) return null;
  const toggle = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen();
  };
  return (
    <button type="button" class="icon-button small" aria-label={t.fullScreen} title={t.fullScreen} onClick={toggle}>
      <Icon name="full" size={14} />
    </button>
  );
}

/** Arrow keys (as the eye goes, so mirrored from right to left), Page and Home keys go through the steps; Escape closes. The map keeps its own keys. */
function useKeys(go: (to: 1 | -1 | 'first' | 'last') => void, close: () => void): void {
  // with the picture, not after it: no key is lost between the two
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest('input, select, textarea, dialog, [popover]')) return;
      if (event.key === 'Escape') {
        if (!document.fullscreenElement) close();
        event.preventDefault();
        return;
      }
      if (target instanceof HTMLCanvasElement) return;
      const forward = direction.peek() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const back = direction.peek() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
      if (event.key === forward || event.key === 'PageDown') go(1);
      else if (event.key === back || event.key === 'PageUp') go(-1);
      else if (event.key === 'Home') go('first');
      else if (event.key === 'End') go('last');
      else return;
      event.preventDefault();
    };
    // before the listeners of the page below, which know Escape too
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  });
}
