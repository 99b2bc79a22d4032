import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { remove } from "./client/client.ts";
import type { Session } from "./client/session.ts";
import { enter, railOf } from "./room-table.ts";
import { useAddress } from "./router/address.ts";
import { Link } from "./router/link.tsx";
import { BASE, hrefOf } from "./router/path.ts";
import { groupNames, roomNames, shellText } from "./text.ts";
import { HouseMark } from "./ui/icon.tsx";
import { roleNames } from "./ui/text.ts";

/** Signs out and leaves nothing of what was being written in this tab. */
async function signOut(): Promise<void> {
  await remove("/api/v1/session");
  sessionStorage.clear();
  location.assign("/sign-in");
}

function Rail({ session }: { readonly session: Session }): ReactNode {
  const { path } = useAddress();
  const open = enter(path, session.role)?.room;
  const isCurrent = (room: string): boolean =>
    open !== undefined && (open.path === room || open.path.startsWith(`${room}/`));
  return (
    <nav className="rail" aria-label={shellText.rail}>
      {railOf(session.role).map(({ group, rooms }) => (
        <section key={group}>
          <h2>{groupNames[group]}</h2>
          <ul>
            {rooms.map((room) => (
              <li key={room.name}>
                <Link href={hrefOf(room.path)} aria-current={isCurrent(room.path) ? "page" : undefined}>
                  {roomNames[room.name]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** Header, rail and the place of the room. A new room begins at its top, and a reader of screens hears its heading. */
export function Frame({ session, children }: { readonly session: Session; readonly children: ReactNode }): ReactNode {
  const { path } = useAddress();
  const matter = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      matter.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, [path]);
  return (
    <div className="shell">
      <a className="skip" href="#matter">
        {shellText.skip}
      </a>
      <header className="head">
        <Link className="brand" href={BASE}>
          <HouseMark />
          {shellText.name}
        </Link>
        <p className="who">
          <span>{session.organisation.name}</span>
          <span>{roleNames[session.role]}</span>
          <span className="login">{session.login}</span>
        </p>
        <Button type="text" size="small" onClick={() => void signOut()}>
          {shellText.out}
        </Button>
      </header>
      <div className="body">
        <Rail session={session} />
        <main id="matter" ref={matter} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
