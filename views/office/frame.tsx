import type { Child } from 'hono/jsx'
import type { Problem } from '../../actors/problem'
import type { Typed } from '../../actors/typed-settings'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { FormProblem } from '../parts/fields/field'
import { Icon, type IconName } from '../parts/icon'
import { type Me, MeMenu } from '../parts/me-menu'
import { paths } from '../paths'
import { beatScripts } from '../scripts'
import type { Words } from '../words'
import { sentenceFor, wordsIn } from '../words'

/** The pages of the office, by what they are called in its menu. */
export type OfficePageName = keyof Words['office']['menu']
/** What a page says after something was done. */
export type SaidWord = keyof Words['office']['said']

/** A line of the office's menu. */
export type MenuEntry = { page: OfficePageName; path: string; icon: IconName }

/** A form that was sent and not taken: which of the page's, why, and what was typed in it. */
export type Refused = { form: string; problem: Problem; typed: Typed }

/** What every page of the office is given. */
export type OfficeContext = PageContext & {
  me: Me
  /** What of the office they may open. */
  menu: readonly MenuEntry[]
  page: OfficePageName
  said?: SaidWord
  refused?: Refused
}

type Frame = OfficeContext & {
  title: string
  /** In grey beside the title. */
  aside?: Child
  /** Where one comes from: a list, by its name. */
  parent?: { path: string; name: string }
  /** At the end of the head. */
  acts?: Child
  children?: Child
}

/** A page of the office: what else there is at its side, what it is, what was just done. */
export const OfficeFrame = ({ title, aside, parent, acts, children, ...context }: Frame) => (
  <Layout {...context} title={title} kind="desk" scripts={beatScripts}>
    <div class="office" data-beat={paths.workbench.presence}>
      <Side {...context} />
      <main class="office-main">
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
        <Said {...context} />
        {children}
      </main>
    </div>
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
        <p class="menu-title">{words.title}</p>
        {menu.map((entry) => (
          <a href={entry.path} aria-current={entry.page === page ? 'page' : undefined}>
            <Icon name={entry.icon} />
            {words.menu[entry.page]}
          </a>
        ))}
      </nav>
      <div class="office-me">
        <MeMenu {...look} me={me} />
        <bdi>{me.name}</bdi>
      </div>
    </header>
  )
}

const Said = ({ said, language }: Pick<OfficeContext, 'said' | 'language'>) =>
  said ? (
    <p class="office-said" role="status">
      <Icon name="check" />
      {wordsIn(language).office.said[said]}
    </p>
  ) : null

/** A part of a page, under a title of its own. */
export const Panel = ({ id, title, hint, children }: PanelProps) => (
  <section class="panel" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {hint && <p class="panel-hint">{hint}</p>}
    {children}
  </section>
)
type PanelProps = { id: string; title: string; hint?: string; children?: Child }

/** Why a form was not taken, above its fields: what is wrong with one of them stands there. */
export const FormRefused = ({ refused, form, language }: RefusedProps) =>
  refused?.form === form && !refused.problem.field ? (
    <FormProblem says={sentenceFor(refused.problem, language)} />
  ) : null
type RefusedProps = Pick<OfficeContext, 'refused' | 'language'> & { form: string }
