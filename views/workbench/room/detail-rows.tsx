import type { Child } from 'hono/jsx'
import { isOfAccount } from '../../../actors/customers'
import type { ConversationRow } from '../../../actors/summary'
import type { Answer } from '../../../actors/text/answers'
import type { VisitorRow } from '../../../actors/visitor/summary'
import { Stars } from '../../parts/marks'
import { When } from '../../parts/time'
import { answerText } from '../../transcript/answers'
import { wordsIn } from '../../words'
import { type Language, languages, ownName } from '../../words/language'
import type { ViewerContext } from '../inbox/lists'
import { visitorName } from '../name'
import { type Whereabouts, whereaboutsIn } from '../visitor-page'

export type DetailProps = Pick<ViewerContext, 'language' | 'now' | 'zone'> & {
  conversation: ConversationRow
  department: string
  /** Null when only the conversation is known. */
  visitor: VisitorRow | null
  /** Who they are on a site that has proven it, and what sites say of them beside that. */
  subject?: string
  fromSite?: Readonly<Record<string, string>>
  /** What they answered before the talk. */
  answered?: readonly Answer[]
  /** Where the visitor's page is; null when nobody asks. */
  page: Whereabouts | null
}

/** What a language calls itself; one we do not speak is shown by its code. */
export const languageName = (code: string): string => {
  const known = languages.find((language) => language === code)
  return known ? ownName[known] : code
}

/** By what they are known: an account here, or their site's word. */
export const subjectRow = (subject: string, language: Language): [string, Child] => {
  const { workbench: words } = wordsIn(language)
  return isOfAccount(subject)
    ? [words.account, words.accountHere]
    : [words.subject, subject && <bdi>{subject}</bdi>]
}

/** What there is to say of a visitor and the conversation: each a term and its detail. */
export const detailRows = ({
  conversation,
  visitor,
  department,
  page,
  subject,
  fromSite: _,
  answered = [],
  ...viewer
}: DetailProps): [string, Child][] => {
  const { workbench: words, common } = wordsIn(viewer.language)
  const { openedAt, stars, state } = conversation
  const rows: [string, Child][] = [
    [words.name, <bdi>{visitorName(conversation, viewer.language)}</bdi>],
    [words.email, visitor?.email && <Address email={visitor.email} />],
    subjectRow(subject ?? '', viewer.language),
    [words.language, visitor && languageName(visitor.language)],
    [words.department, department],
    [words.since, <When at={openedAt} {...viewer} />],
    [words.state, words.states[state]],
    [words.page, page && whereaboutsIn(page, viewer)],
    ...answered
      .filter(({ key }) => key !== 'name' && key !== 'email')
      .map((answer): [string, Child] => [
        answer.label,
        <span class="answer" dir="auto">
          {answerText(answer, viewer.language)}
        </span>,
      ]),
    [words.rating, stars !== null && <Stars stars={stars} label={common.stars(stars)} />],
  ]
  return rows.filter(([, detail]) => detail)
}

/** An e-mail address: one that is too long for its line breaks at the sign in its middle first. */
const Address = ({ email }: { email: string }) => {
  const at = email.lastIndexOf('@') + 1
  return (
    <bdi>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </bdi>
  )
}
