import type { PageContext } from '../../page-context'
import { Button, LinkButton } from '../../parts/button'
import { DeskSheet } from '../../parts/desk-sheet'
import { Empty } from '../../parts/empty'
import type { Me } from '../../parts/me-menu'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { canned } from '../../words/canned'
import { type CannedPanelProps, CannedText } from './panel'

type Page = PageContext & CannedPanelProps & { reader: Me }

/** The same as the panel without a script: each with a link that brings it into the composer. */
export const CannedChoicePage = ({ choices, all, q, conversation, ...context }: Page) => {
  const { language } = context
  const words = canned[language]
  return (
    <DeskSheet {...context} title={words.title} kind="canned-page">
      <h1>{words.title}</h1>
      <search>
        <form method="get" action={paths.workbench.canned} class="field office-search">
          {conversation !== null && (
            <input type="hidden" name="conversation" value={conversation} />
          )}
          <input type="search" name="q" value={q} aria-label={words.searchLabel} dir="auto" />
          <Button>{words.search}</Button>
        </form>
      </search>
      {choices.length === 0 && (
        <Empty icon="searchX" title={all > 0 ? words.none : words.noneYet} hint="" />
      )}
      <ul class="canned-choices">
        {choices.map(({ id, code, title, pieces }) => (
          <li>
            <h2>
              <bdi>/{code}</bdi> <small>{title}</small>
            </h2>
            <CannedText pieces={pieces} />
            {conversation !== null && (
              <LinkButton href={paths.workbench.withCanned(conversation, id)}>
                {words.use}
                <span class="sr"> /{code}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      <p class="actions">
        {conversation !== null && (
          <LinkButton href={paths.workbench.conversation(conversation)} icon="arrowLeft">
            {wordsIn(language).workbench.back}
          </LinkButton>
        )}
        <LinkButton href={paths.workbench.canned}>{words.manage}</LinkButton>
      </p>
    </DeskSheet>
  )
}
