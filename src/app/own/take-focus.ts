/** For the first field of a form that a person has just opened: what they pressed is gone, and the focus goes on to it. */
export function takeFocus(element: HTMLElement | null): void {
  if (element && !element.dataset.focused) {
    element.dataset.focused = 'true';
    element.focus();
  }
}
