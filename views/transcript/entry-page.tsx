import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import type { PageContext, VisitorContext } from '../page-context'
import { LinkButton } from '../parts/button'
import { DeskSheet } from '../parts/desk-sheet'
import type { Me } from '../parts/me-menu'
import { wordsIn } from '../words'
import { EntryCard, type EntryCardProps } from './entry-card'

type OneEntry = EntryCardProps & {
  /** The entry, drawn. */
  drawn: Child
  /** Where it stands among the others. */
  back: string
}

/** One entry and what can be done with it, for a visitor who has no script. */
export const EntryPage = (props: VisitorContext & OneEntry) => (
  <Layout {...props} title={wordsIn(props.language).entries.title} kind="plain">
    <main class="card entry-page">
      <OneEntry {...props} />
    </main>
  </Layout>
)

/** The same for a colleague. */
export const DeskEntryPage = (props: PageContext & OneEntry & { reader: Me }) => (
  <DeskSheet {...props} back={undefined} title={wordsIn(props.language).entries.title}>
    <div class="card entry-page">
      <OneEntry {...props} />
    </div>
  </DeskSheet>
)

const OneEntry = ({ drawn, back, ...props }: OneEntry) => {
  const words = wordsIn(props.language).entries
  return (
    <>
      <h1>{words.title}</h1>
      <ol class="transcript" aria-label={words.title}>
        {drawn}
      </ol>
      <EntryCard {...props} />
      <LinkButton href={back} icon="arrowLeft">
        {words.back}
      </LinkButton>
    </>
  )
}
