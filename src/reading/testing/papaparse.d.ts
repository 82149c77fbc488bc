// The package brings no types; these are the two functions that tests compare with.
declare module "papaparse" {
  const Papa: {
    parse(text: string, options: { delimiter: string; newline: string }): { data: string[][] };
    unparse(rows: readonly (readonly string[])[], options: { newline: string; quotes: boolean }): string;
  };
  export default Papa;
}
