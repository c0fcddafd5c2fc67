type Typed = HTMLInputElement | HTMLTextAreaElement;

/** Kinds of input in which spaces are not a way to say nothing. */
const OTHERS = ['password', 'checkbox', 'radio', 'file'];

const isTyped = (control: EventTarget | null): control is Typed =>
  control instanceof HTMLTextAreaElement ||
  (control instanceof HTMLInputElement && !OTHERS.includes(control.type));

/**
 * A required field with spaces alone is an empty one: the browser refuses it before anything is sent, in
 * the words it has for empty ones, and takes the focus there.
 */
export function refuseSpaces(control: EventTarget | null): void {
  if (!isTyped(control)) return;
  const isBlank = control.required && control.value !== '' && control.value.trim() === '';
  control.setCustomValidity(isBlank ? wordsForEmpty() : '');
}

const wordsForEmpty = (): string =>
  Object.assign(document.createElement('input'), { required: true }).validationMessage;
