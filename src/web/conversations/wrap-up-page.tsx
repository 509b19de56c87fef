import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { wrapUp as words } from '../../../views/words/wrap-up'
import { visitorName } from '../../../views/workbench/name'
import { WrapUpPage, type WrapUpPageProps } from '../../../views/workbench/wrap-up'
import { find, newestOf } from '../../commands/conversations/access'
import { wrapUpFieldsOf } from '../../commands/conversations/wrap-up'
import { FIELD } from '../../commands/forms/answers'
import { answerProblem, wantsPage } from '../answer'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { listBefore } from '../workbench/before'

const { workbench } = paths

type Asking = Pick<WrapUpPageProps, 'fields' | 'action' | 'brings' | 'submit'>

/** What is asked at the end of one, by a macro perhaps, for its page. */
export const asking = async (
  c: Ask,
  { desk }: WebContext,
  { id, department, closedAt }: ConversationRow,
  macro?: string,
): Promise<Asking> => {
  const { end, save } = words[c.get('look').language]
  const fields = await wrapUpFieldsOf(desk, department)
  const seq = ['seq', String(await newestOf(desk, id))] as const
  if (closedAt !== null)
    return { fields, action: workbench['wrap-up'](id), brings: [], submit: save }
  return macro === undefined
    ? { fields, action: workbench.closure(id), brings: [seq], submit: end }
    : {
        fields,
        action: workbench.macro(id, macro),
        brings: [seq, ['client_id', desk.clock.id()]],
        submit: end,
      }
}

/** That page. */
export const wrapUpPage = (
  c: Ask,
  row: ConversationRow,
  asked: Asking,
  more: Partial<WrapUpPageProps> = {},
) => {
  const look = c.get('look')
  const { title, before, lead, later } = words[look.language]
  return WrapUpPage({
    ...{ ...look, reader: staff(c), ...asked, ...more },
    title: row.closedAt === null ? before : title,
    lead: row.closedAt === null ? lead(visitorName(row, look.language)) : later,
    back: workbench.conversation(row.id, listBefore(c)),
  })
}

/** Whether it is about something that the office asks. */
export const isOfField = ({ code, field }: Problem): boolean =>
  code === 'invalid' && field?.startsWith(FIELD) === true

/** What was typed, by the names of the fields; and what the form brought besides. */
export const typedIn = (input: Record<string, unknown>) => {
  const texts = Object.entries(input).flatMap(([name, value]): [string, string][] =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      typeof each === 'string' ? [[name, each]] : [],
    ),
  )
  return {
    typed: Object.fromEntries(texts.filter(([name]) => name.startsWith(FIELD))),
    brings: texts.filter(([name]) => !name.startsWith(FIELD)),
  }
}

export const saying = (c: Ask, problem: Problem) => ({
  says: sentenceFor(problem, c.get('look').language),
  field: problem.field,
})

/**
 * What was not filled in, or not so, is asked for again on its page, with all that was typed. Undefined
 * where it is about something else, or nobody looks at a page.
 */
export const askAgain = async (
  c: Ask,
  web: WebContext,
  { person, id }: { person: Staff; id: string },
  { problem, input }: { problem: Problem; input: Record<string, unknown> },
): Promise<Response | undefined> => {
  if (!wantsPage(c) || !isOfField(problem)) return undefined
  const row = await find(web.desk, person, id)
  if (isProblem(row)) return undefined
  const { typed, brings } = typedIn(input)
  const asked = { ...(await asking(c, web, row)), action: c.req.path, brings }
  return answerProblem(
    c,
    problem,
    wrapUpPage(c, row, asked, { typed, problem: saying(c, problem) }),
  )
}
