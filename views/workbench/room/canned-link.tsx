import type { Child } from 'hono/jsx'
import { LinkButton } from '../../parts/button'
import { paths } from '../../paths'
import { canned } from '../../words/canned'
import type { Language } from '../../words/language'

/**
 * The way to what was prepared: a page without a script, with one a panel above the composer, for which
 * the rest of its script is loaded when it is opened first.
 */
export const CannedLink = ({ language, conversation, children }: CannedLinkProps) => (
  <div id="canned-place" class="canned-place" data-canned-uses={paths.workbench.cannedUse(':id')}>
    <LinkButton href={paths.workbench.cannedFor(conversation)} tone="quiet" icon="zap">
      <span title={canned[language].openHint}>{canned[language].open}</span>
      <kbd>/</kbd>
    </LinkButton>
    {children}
    <p id="canned-status" class="sr" role="status" />
  </div>
)
type CannedLinkProps = {
  language: Language
  conversation: string
  /** Other ways to what is sent, beside it. */
  children?: Child
}
