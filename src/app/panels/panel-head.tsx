import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/locale.ts';
import type { Named } from '../i18n/names.ts';
import { Icon } from '../parts/icon.tsx';
import { select } from '../state/actions.ts';
import { language, type Selection } from '../state/app-state.ts';
import { StateLink } from './state-link.tsx';

interface Step {
  readonly label: string;
  readonly to?: Selection;
}

interface PanelHeadProps {
  readonly path: readonly Step[];
  readonly title: string;
  readonly lang?: string;
  /** The name in the other script. */
  readonly beside?: Named;
  readonly before?: ComponentChildren;
  /** A long title is set smaller. */
  readonly small?: boolean;
}

/** Where one is, the title, and the way out. */
export function PanelHead({ path, title, lang, beside, before, small }: PanelHeadProps) {
  const t = messages.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t.appName}`;
  }, [title, t]);
  return (
    <header class="panel-head">
      <div class="panel-path">
        <nav aria-label={t.place.path}>
          <ol>
            {path.map(({ label, to }) => (
              <li key={label}>{to ? <StateLink to={to}>{label}</StateLink> : <span>{label}</span>}</li>
            ))}
          </ol>
        </nav>
        <button
          type="button"
          class="icon-button small"
          aria-label={t.close}
          title={t.close}
          onClick={() => select(null)}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
      <h2
        ref={heading}
        tabIndex={-1}
        class={small ? 'panel-title is-long' : 'panel-title'}
        lang={lang && lang !== language.value ? lang : undefined}
      >
        {before}
        <span dir="auto">{title}</span>
        {beside && (
          <bdi class="beside" lang={beside.lang}>
            {beside.text}
          </bdi>
        )}
      </h2>
    </header>
  );
}
