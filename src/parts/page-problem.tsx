import { ProblemError } from "#api/problem.ts";
import { problemFacts, problemWords } from "#api/problem-words.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

/** What the latest page met, while what was read before stays on screen. */
export function PageProblem(props: { title: string; error: unknown; onRetry: () => void }) {
  const { error } = props;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const words = problem && problemWords(problem);
  return (
    <Notice
      tone="bad"
      alert
      title={props.title}
      className="m-3 shrink-0"
      actions={<Button onClick={props.onRetry}>Ask again</Button>}
      fact={problem && problemFacts(problem)[0]}
    >
      {words ? `${words.title}. ${words.cause}` : String(error)}
    </Notice>
  );
}
