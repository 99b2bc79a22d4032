// The frame of the workbench: who is signed in decides which rooms there are, the address which one is open.
import { ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import { lazy, Suspense, useEffect, useMemo } from "react";
import type { ComponentType, ReactNode } from "react";
import { wayOutHref, wayOutOf } from "./client/problem.ts";
import { useResource } from "./client/resource.ts";
import { readSession } from "./client/session.ts";
import type { Session } from "./client/session.ts";
import { Frame } from "./frame.tsx";
import { enter, rooms } from "./room-table.ts";
import type { RoomName } from "./room-table.ts";
import type { RoomProps } from "./room.ts";
import { useAddress } from "./router/address.ts";
import { BASE } from "./router/path.ts";
import { roomNames, shellText } from "./text.ts";
import { workbenchTheme } from "./theme.ts";
import { Boundary } from "./ui/boundary.tsx";
import { ErrorState } from "./ui/error-state.tsx";
import { EmptyState } from "./ui/empty-state.tsx";
import { Loading } from "./ui/loading.tsx";

/** The nonce of this answer: Ant Design's style elements bear it, everything else inline is refused. */
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const theme = workbenchTheme(still);

const loaded = new Map<RoomName, ComponentType<RoomProps>>(
  rooms.map(({ name, load }) => [name, lazy(async () => ({ default: (await load()).Room }))]),
);

function OpenRoom({ session }: { readonly session: Session }): ReactNode {
  const { path } = useAddress();
  const entered = useMemo(() => enter(path, session.role), [path, session.role]);
  const name = entered?.room.name;
  useEffect(() => {
    const room = name === undefined ? shellText.absent.title : roomNames[name];
    document.title = `${room}${shellText.titleJoin}${shellText.name}`;
  }, [name]);
  const Room = name === undefined ? undefined : loaded.get(name);
  if (entered === null || Room === undefined) {
    const { title, detail, home } = shellText.absent;
    return <EmptyState title={title} scope={detail} next={{ href: BASE, word: home }} />;
  }
  return (
    <Boundary key={path}>
      <Suspense fallback={<Loading />}>
        <Room session={session} slots={entered.slots} />
      </Suspense>
    </Boundary>
  );
}

function Doorway(): ReactNode {
  const { value: session, problem, reload } = useResource("session", readSession);
  const { href } = useAddress();
  const isOut = problem !== null && wayOutOf(problem) === "sign-in";
  useEffect(() => {
    if (isOut) location.replace(wayOutHref("sign-in", href));
  }, [isOut, href]);
  if (problem !== null && !isOut) {
    return (
      <main className="alone">
        <ErrorState problem={problem} again={reload} />
      </main>
    );
  }
  if (session === null) return <Loading />;
  return (
    <Frame session={session}>
      <OpenRoom session={session} />
    </Frame>
  );
}

export function App(): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <Doorway />
    </ConfigProvider>
  );
}
