import type { Verified } from '../../actors/audit'
import { LinkButton } from '../parts/button'
import { Chip } from '../parts/marks'
import { paths } from '../paths'
import { audit } from '../words/audit'
import type { OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { Panel } from './panel'

type Page = OfficeContext & { verified: Verified }

/** Whether every act is as it was written: the first that is not, and where the chain ends. */
export const AuditCheckPage = ({ verified, ...context }: Page) => {
  const { fault, head, sealed, unsealed } = verified
  const words = audit[context.language]
  return (
    <OfficeFrame
      {...context}
      title={words.check.title}
      parent={{ path: paths.office.of('audit'), name: words.title }}
      aside={
        fault ? (
          <Chip tone="bad">{words.check.broken}</Chip>
        ) : (
          <Chip tone="ok">{words.check.whole}</Chip>
        )
      }
      acts={<LinkButton href={paths.office.of('audit', 'check')}>{words.check.again}</LinkButton>}
    >
      <Panel id="audit-found" title={fault ? words.check.broken : words.check.whole}>
        <p role="status">
          {fault ? words.check.faults[fault.kind](fault.seq) : words.check.all(sealed)}
        </p>
        {fault?.id && <code class="audit-hash">{fault.id}</code>}
        {fault && <p class="panel-hint">{words.check.before(sealed)}</p>}
        {unsealed > 0 && <p class="panel-hint">{words.check.unsealed(unsealed)}</p>}
      </Panel>
      {head && (
        <Panel id="audit-head" title={words.check.head} hint={words.check.headHint}>
          <code class="audit-hash">{`${head.seq}:${head.hash}`}</code>
        </Panel>
      )}
    </OfficeFrame>
  )
}
