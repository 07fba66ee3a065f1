import type { ComponentChildren } from 'preact';
import { messages } from '../i18n/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { select } from '../state/actions.ts';
import { isPhone, isSnug, language, selection, type Theme, theme } from '../state/app-state.ts';
import { PhoneFilters } from './all-filters.tsx';
import { CopyButton } from './copy-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { SearchBox } from './search-box.tsx';

/** Who we are, search, filters, and how the page is dressed. */
export function TopBar({ tools }: { readonly tools?: ComponentChildren }) {
  const t = messages.value;
  if (isPhone.value) {
    return (
      <header class="top-bar is-phone">
        <h1 class="visually-hidden">{t.appName}</h1>
        <div class="phone-top">
          <SearchBox />
          <MoreMenu tools={tools} />
        </div>
        <PhoneFilters />
      </header>
    );
  }
  return (
    <header class="top-bar">
      <h1 class="wordmark">
        <button type="button" onClick={() => select(null)}>
          {language.value === 'en' && <span>{t.appName}</span>}
          <span lang="ar" class="wordmark-ar">
            موضع
          </span>
        </button>
      </h1>
      <SearchBox />
      <FilterBar />
      <div class="top-tools">
        {isSnug.value ? (
          <MoreMenu tools={tools} />
        ) : (
          <>
            {tools}
            <button
              type="button"
              class="icon-button"
              aria-label={t.about}
              title={t.about}
              aria-pressed={selection.value?.type === 'about'}
              onClick={() => select({ type: 'about' })}
            >
              <Icon name="info" />
            </button>
            <CopyLink />
            <ThemeMenu />
            <LanguageSwitch />
          </>
        )}
      </div>
    </header>
  );
}

function CopyLink() {
  const t = messages.value;
  return (
    <CopyButton icon="link" class="icon-button" label={t.copyLink} done={t.linkCopied} text={() => location.href} />
  );
}

function LanguageSwitch() {
  const t = messages.value;
  const other = language.value === 'ar' ? 'en' : 'ar';
  return (
    <button
      type="button"
      class="language-switch"
      aria-label={t.switchLanguage}
      onClick={() => (language.value = other)}
    >
      <span lang={other}>{t.otherLanguage}</span>
    </button>
  );
}

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

function ThemeChoices() {
  const t = messages.value;
  return (
    <div class="menu" role="radiogroup" aria-label={t.theme}>
      {THEMES.map((one) => (
        <label key={one} class="check">
          <input type="radio" name="theme" checked={theme.value === one} onChange={() => (theme.value = one)} />
          {t.themes[one]}
        </label>
      ))}
    </div>
  );
}

function ThemeMenu() {
  const t = messages.value;
  return (
    <Popover
      id="theme-menu"
      label={t.theme}
      title={t.theme}
      buttonClass="icon-button"
      button={
        <>
          <Icon name="sun" />
          <span class="visually-hidden">{t.theme}</span>
        </>
      }
    >
      {() => <ThemeChoices />}
    </Popover>
  );
}

/** Where there is no room for them in a row: all tools in one menu. */
function MoreMenu({ tools }: { readonly tools?: ComponentChildren }) {
  const t = messages.value;
  const go = (where: 'about' | null) => () => {
    document.getElementById('more-menu')?.hidePopover();
    select(where === null ? null : { type: where });
  };
  return (
    <Popover
      id="more-menu"
      label={t.more}
      title={t.more}
      buttonClass="icon-button"
      button={
        <>
          <Icon name="more" />
          <span class="visually-hidden">{t.more}</span>
        </>
      }
    >
      {() => (
        <div class="more-menu">
          <div class="more-tools">
            {tools}
            <CopyLink />
          </div>
          <LanguageSwitch />
          <ThemeChoices />
          <button type="button" class="text-button" onClick={go('about')}>
            {t.about}
          </button>
          <button type="button" class="text-button" onClick={go(null)}>
            {t.overview.corpus}
          </button>
        </div>
      )}
    </Popover>
  );
}
