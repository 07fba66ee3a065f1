import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** A corpus of a person's own, in several formats, none of it of the sample. */
export const FILES: Readonly<Record<string, string>> = {
  'beirut.md':
    '---\ntitle: انفجار في طرابلس\ndate: 2021-08-15\nsource: صحيفة\n---\nقال وزير الصحة اللبناني إن 28 شخصا قتلوا في انفجار خزان وقود في طرابلس يوم 15 أغسطس 2021. ونقل الجرحى إلى بيروت.\n\nوأعلن الصليب الأحمر أن 79 شخصا أصيبوا في طرابلس.\n',
  'derna.html':
    '<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>فيضانات درنة</title><meta property="article:published_time" content="2023-09-12"><style>.ghost{display:none}</style></head><body><nav>الرئيسية</nav><article><h1>فيضانات درنة</h1><p>ضرب إعصار دانيال مدينة درنة في ليبيا ليلة 10 سبتمبر 2023، وقتل آلاف الأشخاص بحسب الهلال الأحمر الليبي في طرابلس.</p><p class="ghost">لا يقرأ هذا أحد في موسكو.</p><script>globalThis.struck = true</script></article></body></html>',
  'note.txt':
    'The prime minister said in Rabat on 9 September 2023 that an earthquake struck near Marrakesh and Zarfistan.\n',
  'turned.txt': 'وصل الوفد إلى عمّان يوم 3 مايو 2023.\u202eevil\u202c ثم عاد إلى دمشق.\n',
  'table.csv':
    'id,title,date,text\nr1,Row one,2022-02-01,"Heavy rain fell in Tunis on 1 February 2022."\nr2,Row two,2022-03-01,"A train stopped in Sfax."\n',
};

export function writeFiles(folder: string, files: Readonly<Record<string, string>> = FILES): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Runs the built command line and gives what it wrote. */
export const mawdi = (...args: readonly string[]) =>
  execFileSync(process.execPath, ['dist/cli/mawdi.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** The documents of a built site by id: what each file holds, to the byte. */
export function builtDocuments(site: string): Map<string, string> {
  const folder = join(site, 'data', 'documents');
  return new Map(
    readdirSync(folder).map((name) => {
      const content = readFileSync(join(folder, name), 'utf8');
      return [(JSON.parse(content) as { analysis: { id: string } }).analysis.id, content];
    }),
  );
}

export async function dropFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) transfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
}

export async function addFiles(page: Page, files: Readonly<Record<string, string>> = FILES): Promise<void> {
  await dropFiles(page, files);
  await expect(page.locator('.own-report')).toBeVisible({ timeout: 120_000 });
}

/** The documents as the browser keeps and shows them: `found` before corrections, `shown` after, each as the command line writes it. */
export async function keptDocuments(page: Page): Promise<Map<string, { found: string; shown: string }>> {
  const rows = await page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const all = <Row>(table: string) =>
      new Promise<Row[]>((done, fail) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => done(request.result as Row[]);
        request.onerror = () => fail(request.error);
      });
    interface Kept {
      readonly corpus: string;
      readonly order: number;
      readonly document: { readonly id: string; readonly text: string };
      readonly found: object;
    }
    const corrected = await all<{ corpus: string; order: number; file: object }>('corrected');
    const kept = await all<Kept>('documents');
    database.close();
    return kept.map(({ corpus, order, document, found }) => {
      const mended = corrected.find((one) => one.corpus === corpus && one.order === order)?.file;
      return {
        id: document.id,
        found: JSON.stringify(found),
        shown: JSON.stringify(mended ?? { text: document.text, analysis: found }),
      };
    });
  });
  return new Map(rows.map(({ id, found, shown }) => [id, { found, shown }]));
}
