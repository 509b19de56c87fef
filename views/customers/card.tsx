import type { Child } from 'hono/jsx'
import type { VisitorContext } from '../page-context'
import { CardPage } from '../parts/card-page'
import {
  leaveScripts,
  newPasswordScripts,
  passwordScripts,
  plainScripts,
  workScripts,
} from '../scripts'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'

/** What was not taken of a form, and what was typed into it. */
export type Refused = {
  says: string
  /** The input at fault; left out where it is the whole form. */
  field?: string
  typed: Readonly<Record<string, string>>
}

/** A sentence for one of its inputs; undefined where that is not at fault. */
export const saysOf = (refused: Refused | undefined, field: string): string | undefined =>
  refused?.field === field ? refused.says : undefined

type CardProps = VisitorContext & {
  title: string
  lead?: string
  /** It asks for a password: one that is there, or a new one. */
  secret?: 'known' | 'new'
  /** They have just gone: what this browser keeps of their words goes too. */
  isOut?: boolean
  /** A task that its form brings back solved. */
  task?: string
  children?: Child
}

/** One thing on a page of its own, with the scripts that its form asks for. */
export const Card = ({ secret, task, isOut, children, ...page }: CardProps) => (
  <CardPage
    {...page}
    scripts={[
      ...plainScripts,
      ...(secret === 'known' ? passwordScripts : []),
      ...(secret === 'new' ? newPasswordScripts : []),
      ...(task === undefined ? [] : workScripts),
      ...(isOut ? leaveScripts : []),
    ]}
  >
    {isOut && <span hidden data-words-gone="" />}
    {children}
  </CardPage>
)

/** What no person fills in, and a task where there was reason for one. */
export const TryFields = ({ language, task }: { language: Edition; task?: string }) => (
  <>
    <div hidden>
      <label for="website">{wordsIn(language).customers.website}</label>
      <input id="website" name="website" tabindex={-1} autocomplete="off" value="" />
    </div>
    {task !== undefined && (
      <>
        <input type="hidden" name="work" value="" data-task={task} />
        <p class="hint">{wordsIn(language).customers.slow}</p>
      </>
    )}
  </>
)
