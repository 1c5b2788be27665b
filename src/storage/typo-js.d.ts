/** The part of the package that is used: every inflection that a Hunspell dictionary comes to. */
declare module 'typo-js' {
  class Typo {
    constructor(language: string, affixes: string, words: string);
    readonly dictionaryTable: ReadonlyMap<string, unknown>;
  }
  export = Typo;
}
