// Native parsing and printing are fast and lose digits. So numbers that they would change travel through them
// as strings, marked by a U+0000 at their beginning: a text can spell that character in one way only, which
// makes it plain to see whether any string of its own begins like a mark.

/** What a marked string begins with, in memory. */
export const markCharacter = "\0";

/** The only spelling of `markCharacter` in JSON text. */
export const markEscape = "\\u0000";
