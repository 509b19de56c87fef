import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { paths } from '../paths'
import { beatScripts } from '../scripts'
import { Brand } from './brand'
import { Icon } from './icon'
import { type Me, MeMenu } from './me-menu'

export type DeskSheetProps = PageContext & {
  title: string
  /** Who works here and has it before them. */
  reader: Me
  /** Where they come from, by its name. */
  back?: { path: string; name: string }
  /** Of its main part, beside `sheet`. */
  kind?: string
  /** What it runs, and how it is kept up to date, where it is live. */
  scripts?: readonly string[]
  live?: Child
  plainRefresh?: number
  clock?: string
  /** At the end of the head, before one's own menu. */
  acts?: Child
  children?: Child
}

/**
 * A page beside the workbench, about one thing: under the head that the desk's pages have, and in its
 * colours, not in those that visitors see.
 */
export const DeskSheet = ({
  reader,
  back,
  kind,
  acts,
  live,
  children,
  ...page
}: DeskSheetProps) => {
  const { title, scripts = beatScripts, plainRefresh, clock, ...look } = page
  return (
    <Layout {...{ ...look, title, scripts, plainRefresh, clock }} kind="desk">
      <div
        class="desk-sheet"
        data-beat={live ? undefined : paths.workbench.presence}
        data-principal={live ? undefined : reader.id}
      >
        <header class="topbar">
          <Brand to={paths.workbench.page} />
          <span class="topbar-acts">{acts}</span>
          <MeMenu {...look} me={reader} />
        </header>
        <main class={kind ? `sheet ${kind}` : 'sheet'}>
          {back && (
            <a class="back-link" href={back.path}>
              <Icon name="arrowLeft" />
              <bdi>{back.name}</bdi>
            </a>
          )}
          {children}
        </main>
      </div>
      {live}
    </Layout>
  )
}
