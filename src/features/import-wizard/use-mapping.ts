import { useCallback, useEffect, useState } from "react";
import { loadTransliteration } from "#values/transliterate.ts";
import type { FileAnalysis } from "#reading/analyse-file.ts";
import type { ColumnMapping, Mapping } from "#reading/mapping.ts";
import { defaultMapping } from "#reading/mapping.ts";
import type { NameStyle } from "#reading/name-fields.ts";

export interface MappingState {
  readonly style: NameStyle;
  /** Undefined for the moment in which names beyond ASCII are spelt. */
  readonly mapping: Mapping | undefined;
  /** Fresh names for all columns; kinds stay. */
  readonly setStyle: (style: NameStyle) => void;
  readonly change: (index: number, part: Partial<Pick<ColumnMapping, "field" | "kind">>) => void;
}

/** The mapping of an analysed file: what it gets by itself, and what a person made of it. */
export function useMapping(analysis: FileAnalysis | undefined): MappingState {
  const [style, setStyle] = useState<NameStyle>("identifiers");
  const [made, setMade] = useState<{ analysis: FileAnalysis; style: NameStyle; mapping: Mapping }>();

  useEffect(() => {
    if (analysis === undefined) return;
    let current = true;
    // Names inside records may be beyond ASCII too, and the preview needs them spelt at once.
    void loadTransliteration()
      .then(() => defaultMapping(analysis, style))
      .then((fresh) => {
        if (!current) return;
        setMade((before) => ({
          analysis,
          style,
          mapping:
            before?.analysis === analysis
              ? fresh.map((column, index) => ({
                  ...column,
                  kind: before.mapping[index]?.kind ?? column.kind,
                }))
              : fresh,
        }));
      });
    return () => {
      current = false;
    };
  }, [analysis, style]);

  const change = useCallback((index: number, part: Partial<Pick<ColumnMapping, "field" | "kind">>) => {
    setMade(
      (before) =>
        before && {
          ...before,
          mapping: before.mapping.map((column, at) => (at === index ? { ...column, ...part } : column)),
        },
    );
  }, []);

  const mapping = made !== undefined && made.analysis === analysis ? made.mapping : undefined;
  return { style, mapping, setStyle, change };
}
