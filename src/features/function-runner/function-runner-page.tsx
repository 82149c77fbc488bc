export function FunctionRunnerPage() {
  return <h1 className="px-4 py-3 text-14 font-semibold">Not built yet</h1>;
}
