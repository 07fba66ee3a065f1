import type { Notice } from '../../core/model/notice.ts';
import { noticesAr } from '../i18n/notices-ar.ts';
import { language } from '../state/app-state.ts';

/** What a notice says: its message is English and has the details; an Arabic reader is told in Arabic first. */
export function NoticeWords({ notice: { code, message } }: { readonly notice: Notice }) {
  const words = language.value === 'ar' ? noticesAr[code] : undefined;
  return (
    <span class="quiet">
      {words}
      {words && ' '}
      <span lang="en" dir="ltr" class={words ? 'own-detail' : undefined}>
        {message}
      </span>
    </span>
  );
}
