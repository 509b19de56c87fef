import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { LinkButton } from '../parts/button'
import { wordsIn } from '../words'
import { EntryCard, type EntryCardProps } from './entry-card'

type EntryPageProps = VisitorContext &
  EntryCardProps & {
    /** The entry, drawn. */
    drawn: Child
    /** Where it stands among the others. */
    back: string
  }

/** One entry and what can be done with it, for who has no script. */
export const EntryPage = ({ drawn, back, ...props }: EntryPageProps) => {
  const words = wordsIn(props.language).entries
  return (
    <Layout {...props} title={words.title} kind="plain">
      <main class="card entry-page">
        <h1>{words.title}</h1>
        <ol class="transcript" aria-label={words.title}>
          {drawn}
        </ol>
        <EntryCard {...props} />
        <LinkButton href={back} icon="arrowLeft">
          {words.back}
        </LinkButton>
      </main>
    </Layout>
  )
}
