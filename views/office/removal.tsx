import { Ask } from '../parts/ask'
import type { OfficeContext } from './context'
import { Panel } from './panel'
import { FormRefused } from './refused'

type Words = {
  remove: string
  removeHint: string
  removeAsk: string
  removing: Omit<Parameters<typeof Ask>[0]['words'], 'title'> & { title: (name: string) => string }
}

/** Takes what the page is about away: it asks first, and where that cannot be, says why instead. */
export const Removal = ({ action, name, words, stays, refused, language }: RemovalProps) => (
  <Panel id="removal" title={words.remove} hint={stays ?? words.removeHint}>
    <FormRefused refused={refused} form="removal" language={language} />
    {!stays && (
      <Ask
        id="ask-removal"
        action={action}
        tone="danger"
        label={words.removeAsk}
        words={{ ...words.removing, title: words.removing.title(name) }}
      />
    )}
  </Panel>
)
type RemovalProps = Pick<OfficeContext, 'refused' | 'language'> & {
  action: string
  name: string
  words: Words
  /** Why it cannot be removed. */
  stays?: string | undefined
}
