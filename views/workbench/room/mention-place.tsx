import { paths } from '../../paths'

/** Where a script offers colleagues while a note is written, and what it says of them. */
export const MentionPlace = ({ conversation }: { conversation: string }) => (
  <div
    id="mention-place"
    data-colleagues={paths.workbench.colleagues(conversation)}
    data-mentions-seen={paths.workbench.mentionsSeen(conversation)}
  >
    <p id="mention-status" class="sr" role="status" />
  </div>
)
