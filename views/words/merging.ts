const en = {
  title: 'Merge conversations',
  lead: (name: string) =>
    `Choose what belongs together with the conversation of ${name}: what was said in both then stands in the one that goes on. It can be taken back within a day.`,
  own: 'Of the same visitor',
  noneOwn: 'There is no other one that you can merge.',
  others: 'Any other conversation',
  searchLabel: 'Words, names or numbers in it',
  search: 'Search',
  none: 'Nothing was found that can be merged',
  noneHint: 'Other words may find it. One of the two must be open, and neither merged already.',
  goOn: 'Go on in this one',
  bring: 'Bring it in here',
}

const zh: typeof en = {
  title: '合并会话',
  lead: (name) =>
    `请选择要与${name}的这个会话合并的会话。合并后，两边的内容都会显示在继续进行的会话中，一天内可以撤销。`,
  own: '同一访客的会话',
  noneOwn: '没有其他可合并的会话。',
  others: '其他会话',
  searchLabel: '会话中的文字、称呼或号码',
  search: '搜索',
  none: '没有找到可合并的会话',
  noneHint: '请换个词再试。两个会话中须有一个仍在进行，且都未曾合并。',
  goOn: '在该会话中继续',
  bring: '并入当前会话',
}

/** How two conversations become one. */
export const merging = { en, zh }
