import { useSignal } from '@preact/signals';
import type { ExportFormat } from '../data/export-client.ts';
import { messages } from '../i18n/locale.ts';
import { CopyButton } from '../panels/copy-button.tsx';
import { announce } from '../panels/live-region.tsx';
import { UndatedNotice } from '../panels/undated-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { askMap, select } from '../state/actions.ts';
import { printing, resolvedTheme } from '../state/app-state.ts';
import { results } from '../state/counts.ts';
import { frameSnippet, linkToView, takeAway } from './take-away.ts';

const ROWS: readonly (readonly ['events' | 'mentions' | 'places' | 'chronology', readonly ExportFormat[]])[] = [
  ['events', ['events-csv', 'events-geojson']],
  ['mentions', ['mentions-csv', 'mentions-geojson']],
  ['places', ['places-geojson', 'kml', 'linked-places']],
  ['chronology', ['chronology-md', 'chronology-csv']],
];

/** Everything that can be taken away of what the filters leave. */
export function TakeAwayMenu() {
  const t = messages.value.takeAway;
  return (
    <Popover
      id="take-away"
      label={t.title}
      title={t.title}
      buttonClass="icon-button"
      button={
        <>
          <Icon name="download" />
          <span class="visually-hidden">{t.title}</span>
        </>
      }
    >
      {() => <TakeAwayChoices />}
    </Popover>
  );
}

/** Long enough for the map to be drawn in the colours of paper. */
const REDRAW_MS = 700;

async function printPage(): Promise<void> {
  const wasDark = resolvedTheme.peek() === 'dark';
  printing.value = true;
  // the menu has to be gone, and a dark map light, before the page is set
  await new Promise((done) => setTimeout(done, wasDark ? REDRAW_MS : 50));
  window.print();
  printing.value = false;
}

const close = () => document.getElementById('take-away')?.hidePopover();

export function TakeAwayChoices() {
  const t = messages.value;
  const words = t.takeAway;
  const { mentions, events } = results.value;
  const note = useSignal('');
  const say = (text: string) => {
    note.value = text;
    announce(text);
  };
  const save = async (format: ExportFormat) => {
    say(words.working);
    try {
      say(words.saved(await takeAway(format)));
    } catch (error) {
      say(words.failed(error instanceof Error ? error.message : String(error)));
    }
  };
  const empty = mentions === 0 && events === 0;
  return (
    <div class="take-away">
      <h2 class="popover-title">{words.title}</h2>
      <p class="quiet">{empty ? words.nothing : words.left(t.mentions(mentions), t.events(events))}</p>
      <UndatedNotice />
      <dl class="take-rows">
        {ROWS.map(([row, formats]) => (
          <div key={row}>
            <dt>{words.rows[row]}</dt>
            <dd>
              {row === 'chronology' && (
                <button
                  type="button"
                  class="take-button"
                  onClick={() => {
                    close();
                    select({ type: 'chronology' });
                  }}
                >
                  {words.read}
                </button>
              )}
              {formats.map((format) => (
                <button
                  key={format}
                  type="button"
                  class="take-button"
                  disabled={empty}
                  aria-label={words.saveAs(words.rows[row], words.types[format])}
                  onClick={() => void save(format)}
                >
                  {words.types[format]}
                </button>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.rows.view}</dt>
          <dd>
            <button
              type="button"
              class="take-button"
              aria-label={words.pngLabel}
              onClick={() => {
                close();
                askMap({ type: 'save-picture' });
              }}
            >
              {words.png}
            </button>
            <button
              type="button"
              class="take-button"
              onClick={() => {
                close();
                void printPage();
              }}
            >
              {words.print}
            </button>
          </dd>
        </div>
      </dl>
      <p class="take-note" aria-hidden="true">
        {note.value || words.carries}
      </p>
      <CopyField label={words.link} name={words.address} value={linkToView()} done={words.linkCopied} />
      <CopyField
        label={words.frame}
        name={words.frameCode}
        value={frameSnippet()}
        done={words.frameCopied}
        hint={words.frameNote}
      />
    </div>
  );
}

interface CopyFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly done: string;
  readonly hint?: string;
}

function CopyField({ label, name, value, done, hint }: CopyFieldProps) {
  const t = messages.value.takeAway;
  return (
    <div class="copy-field">
      <div class="copy-label">{label}</div>
      {hint && <p class="quiet">{hint}</p>}
      <div class="copy-line">
        <input
          type="text"
          readonly
          dir="ltr"
          aria-label={name}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton label={`${t.copy}: ${label}`} class="icon-button" done={done} text={() => value} />
      </div>
    </div>
  );
}
