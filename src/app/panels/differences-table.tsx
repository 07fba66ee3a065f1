import { messages } from '../i18n/locale.ts';
import type { Named } from '../i18n/names.ts';
import { SpeakerName } from './speaker-name.tsx';
import type { ToldDifferently } from './told-differently.ts';

/** What the tellings of an event say differently, a row a thing said, with who says it. Nothing is averaged. */
export function DifferencesTable({ differences }: { readonly differences: readonly ToldDifferently[] }) {
  const t = messages.value;
  if (differences.length === 0) return null;
  return (
    <section class="block">
      <div class="block-head">
        <h3>{t.takeAway.chronology.differ}</h3>
        <span class="count">{t.event.eachSpeaker}</span>
      </div>
      <table class="differences">
        {differences.map(({ about, label, said }) => (
          <tbody key={about}>
            {said.map(({ value, speakers }, at) => (
              <tr key={value.text}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={said.length}>
                    {label}
                  </th>
                )}
                <td>
                  <bdi lang={value.lang}>{value.text}</bdi>
                </td>
                <td class="quiet">
                  <Speakers speakers={speakers} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

export function Speakers({ speakers }: { readonly speakers: readonly Named[] }) {
  return (
    <>
      {speakers.map((name, at) => (
        <span key={name.text}>
          {at > 0 && ' · '}
          <SpeakerName name={name} />
        </span>
      ))}
    </>
  );
}
