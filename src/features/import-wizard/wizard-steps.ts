/** The steps of the wizard, in order, and what a person calls them. */
export const wizardSteps = [
  { id: "file", name: "File" },
  { id: "columns", name: "Columns" },
  { id: "target", name: "Target" },
  { id: "review", name: "Review" },
  { id: "import", name: "Import" },
] as const;

export type WizardStep = (typeof wizardSteps)[number]["id"];

/** The step before or after, or undefined at the ends. */
export function stepBeside(step: WizardStep, by: 1 | -1): WizardStep | undefined {
  return wizardSteps[wizardSteps.findIndex(({ id }) => id === step) + by]?.id;
}
