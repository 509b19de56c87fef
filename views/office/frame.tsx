import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import { Brand } from '../parts/brand'
import { Icon } from '../parts/icon'
import { MeMenu } from '../parts/me-menu'
import { paths } from '../paths'
import { refreshS } from '../refresh'
import { beatScripts, deskScripts } from '../scripts'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { type MenuEntry, menuGroups, type OfficeContext } from './context'

type Frame = OfficeContext & {
  title: string
  /** In grey beside the title. */
  aside?: Child
  /** Where one comes from: a list, by its name. */
  parent?: { path: string; name: string }
  /** At the end of the head. */
  acts?: Child
  /** What keeps it up to date, where it is live. */
  live?: Child
  /** A table, which takes all the room there is. */
  wide?: true
  /** On a screen on a wall: nothing stands around it, and all of it is larger. */
  wall?: boolean
  /** What it runs beside what all of them do. */
  scripts?: readonly string[]
  children?: Child
}

/** A page of the office: what else there is at its side, what it is, what was just done. */
export const OfficeFrame = ({
  title,
  aside,
  parent,
  acts,
  live,
  scripts = [],
  wide,
  wall,
  children,
  ...context
}: Frame) => (
  <Layout
    {...context}
    title={title}
    kind="desk"
    inOffice
    scripts={[...(live ? deskScripts : beatScripts), ...scripts]}
    {...(live ? { plainRefresh: refreshS.lists } : {})}
  >
    <div
      class={`office${wall ? ' wall' : ''}`}
      data-beat={paths.workbench.presence}
      data-principal={context.me.id}
    >
      {!wall && <Side {...context} />}
      <main class={`office-main${wide ? ' wide' : ''}`}>
        <header class="office-head">
          <div class="office-title">
            {parent && (
              <a class="office-parent" href={parent.path}>
                {parent.name}
                <Icon name="chevronRight" />
              </a>
            )}
            <h1>
              <bdi>{title}</bdi>
            </h1>
            {aside}
          </div>
          {acts}
        </header>
        {context.said && (
          <p class="office-said" role="status">
            <Icon name="check" />
            {context.said}
          </p>
        )}
        {children}
      </main>
    </div>
    {live}
  </Layout>
)

const Side = ({ menu, page, me, ...look }: OfficeContext) => {
  const words = wordsIn(look.language).office
  return (
    <header class="office-side">
      <button
        class="office-menu-button"
        type="button"
        popovertarget="office-menu"
        aria-label={words.pages}
      >
        <Icon name="menu" />
      </button>
      <Brand to={paths.workbench.page} />
      <nav id="office-menu" popover="auto" class="office-menu" aria-label={words.pages}>
        <a href={paths.workbench.page}>
          <Icon name="arrowLeft" />
          {words.toWorkbench}
        </a>
        {menuGroups.map((group) => (
          <MenuPart
            title={words.groups[group]}
            entries={menu.filter((entry) => (entry.group ?? 'desk') === group)}
            page={page}
            language={look.language}
          />
        ))}
      </nav>
      <div class="office-me">
        <MeMenu {...look} me={me} />
        <bdi>{me.name}</bdi>
      </div>
    </header>
  )
}

type MenuPart = {
  title: string
  entries: readonly MenuEntry[]
  page: MenuEntry
  language: Language
}

const MenuPart = ({ title, entries, page, language }: MenuPart) =>
  entries.length === 0 ? null : (
    <>
      <p class="menu-title">{title}</p>
      {entries.map((entry) => (
        <a href={entry.path} aria-current={entry.path === page.path ? 'page' : undefined}>
          {entry.icon}
          {entry.words[language].title}
        </a>
      ))}
    </>
  )
