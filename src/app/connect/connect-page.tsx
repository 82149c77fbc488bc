import { useState, type ClipboardEvent } from "react";
import { readKey } from "#api/read-key.ts";
import { isKeyAlone, readPasted } from "#api/read-pasted.ts";
import type { KeepKey } from "#app/session/session.ts";
import { useSession } from "#app/session/use-session.tsx";
import { connectPlace } from "#places/connect-place.ts";
import { usePlace } from "#parts/use-place.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextField } from "#ui/text-field.tsx";
import { CheckLadder } from "./check-ladder.tsx";
import type { ConnectFailure, Remedy } from "./connect-failure.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { SecretField } from "./secret-field.tsx";
import { UsedBefore } from "./used-before.tsx";
import { useConnect } from "./use-connect.ts";
import { WhereToFind } from "./where-to-find.tsx";

const keepHints: Readonly<Record<KeepKey, string>> = {
  memory: "Forgotten when this page closes or is loaded again.",
  tab: "Kept until this tab closes, readable by this page only.",
};

/** Where a deployment is named: address, key, perhaps a user's token; beside it what was tried. */
export function ConnectPage() {
  const [{ url }] = usePlace(connectPlace);
  const [{ client, lastUrl }] = useSession();
  const { state, connect, open, reopen, reset } = useConnect();
  const [address, setAddress] = useState(url ?? (client === undefined ? lastUrl : ""));
  const [key, setKey] = useState("");
  const [userToken, setUserToken] = useState("");
  const [keep, setKeep] = useState<KeepKey>("memory");

  /** True when the text was more than one field's worth, or another field's, and went where it belongs. */
  const spread = (text: string, field: ConnectFailure["field"]): boolean => {
    const pasted = readPasted(text);
    if (pasted === undefined || (field === "key" && isKeyAlone(text))) return false;
    if (pasted.url !== undefined) setAddress(pasted.url);
    if (pasted.key !== undefined) setKey(pasted.key);
    reset();
    return true;
  };
  const paste = (field: ConnectFailure["field"]) => (event: ClipboardEvent) => {
    // Before the field takes it: a field of one line drops the line ends.
    if (spread(event.clipboardData.getData("text"), field)) event.preventDefault();
  };
  const change = (field: ConnectFailure["field"], set: (text: string) => void) => (text: string) => {
    if (spread(text, field)) return;
    set(text);
    reset();
  };
  const onRemedy = (remedy: Remedy) => {
    if (remedy.kind === "use-address") {
      setAddress(remedy.url);
      void connect({ address: remedy.url, key, userToken }, keep);
    } else if (state.partial) {
      open(state.partial, keep);
    }
  };
  const noticeFor = (field: ConnectFailure["field"]) =>
    state.failure?.field === field && <FailureNotice failure={state.failure} onRemedy={onRemedy} />;

  return (
    <div className="mx-auto grid w-full max-w-[1008px] gap-x-18 gap-y-10 px-4 pt-5 pb-12 sm:px-8 lg:grid-cols-[456px_minmax(0,480px)] lg:px-0 lg:pt-21">
      <title>Connect – Deltascope</title>
      <form
        noValidate
        className="flex min-w-0 flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void connect({ address, key, userToken }, keep);
        }}
      >
        <div>
          <h1 className="text-20 font-semibold">Connect to a deployment</h1>
          <p className="mt-1 text-13 text-ink-2">
            This browser speaks to your deployment directly. Nothing passes through another server.
          </p>
        </div>
        <div className="flex flex-col gap-3" onPaste={paste("url")}>
          <TextField
            label="Deployment URL"
            size="large"
            mono
            value={address}
            onChange={change("url", setAddress)}
            invalid={state.failure?.field === "url"}
            placeholder="https://happy-animal-123.convex.cloud"
          />
          {noticeFor("url")}
        </div>
        <div className="flex flex-col gap-3">
          <SecretField
            label="Deploy key"
            reveal="Show the key"
            value={key}
            plainPart={readKey(key)?.shown}
            onChange={change("key", setKey)}
            onPaste={paste("key")}
            invalid={state.failure?.field === "key"}
          />
          {noticeFor("key")}
        </div>
        <Choice
          label="Keep the key"
          showLabel
          wide
          size="large"
          value={keep}
          onChange={setKeep}
          options={[
            { value: "memory", label: "In memory" },
            { value: "tab", label: "For this tab" },
          ]}
          hint={keepHints[keep]}
        />
        <div className="flex flex-col gap-3">
          <SecretField
            label="User token"
            reveal="Show the token"
            value={userToken}
            onChange={change("token", setUserToken)}
            invalid={state.failure?.field === "token"}
            hint="Optional, to call functions as a signed-in user."
          />
          {noticeFor("token")}
        </div>
        <div>
          <Button kind="primary" size="large" submit busy={state.busy} keys="↵">
            Connect
          </Button>
        </div>
      </form>
      <div className="flex min-w-0 flex-col gap-7 lg:pt-12">
        <CheckLadder checks={state.checks} tried={state.tried} />
        <UsedBefore
          onChoose={(deployment) => {
            // Its key may still be at hand; else the address is one thing less to type.
            if (reopen(deployment)) return;
            setAddress(deployment.url);
            reset();
          }}
        />
        <WhereToFind />
      </div>
    </div>
  );
}
