import { CopyField } from '../parts/fields/copy-field'
import { exactTime } from '../words'
import { people } from '../words/people'
import type { OfficeContext } from './context'
import { Panel } from './panel'

/** A link by which somebody sets a password of their own: shown once. */
export type FreshLink = { name: string; url: string; until: number }

export const LinkPanel = ({ fresh, context }: { fresh: FreshLink; context: OfficeContext }) => {
  const { language, now, zone } = context
  const words = people[language]
  return (
    <Panel id="fresh" title={words.link} hint={words.linkHint(fresh.name)}>
      <CopyField id="link" label={words.link} value={fresh.url} language={language} />
      <p class="hint">
        {words.until} {exactTime(fresh.until, now, zone, language)}
      </p>
    </Panel>
  )
}
