/** Writes text as a page shows it: white space joined, one line a block, table cells apart by tabs. */
export class TextWriter {
  preformatted = 0;
  private readonly parts: string[] = [];
  private gap = '';
  private empty = true;

  write(value: string): void {
    if (this.preformatted > 0) {
      value.split('\n').forEach((line, index) => {
        if (index > 0) this.line();
        this.put(line);
      });
      return;
    }
    if (/^[ \t\n\f\r]/.test(value)) this.space();
    const joined = value.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
    this.put(joined);
    if (joined !== '' && /[ \t\n\f\r]$/.test(value)) this.space();
  }

  line(): void {
    if (!this.empty) this.gap = '\n';
  }

  cell(): void {
    if (!this.empty && this.gap !== '\n') this.gap = '\t';
  }

  finish(): string {
    return this.parts.join('');
  }

  private space(): void {
    if (!this.empty && this.gap === '') this.gap = ' ';
  }

  private put(text: string): void {
    if (text === '') return;
    this.parts.push(this.gap, text);
    this.gap = '';
    this.empty = false;
  }
}
