/** The package has no types of its own. */
declare module "unidecode" {
  /** Spells text in ASCII by the tables of Text::Unidecode. */
  export default function unidecode(text: string): string;
}
