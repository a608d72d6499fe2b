import type { Check } from './check.ts';
import { judgeFileName } from './file-names.ts';
import { trackedFiles } from './tracked-files.ts';

/** Every file has a name from the closed list. */
export const naming: Check = {
  name: 'file names',
  find(root) {
    const files = trackedFiles(root);
    const faults = files.flatMap((file) => {
      const reason = judgeFileName(file);
      return reason === undefined ? [] : [`${file}: ${reason}`];
    });
    return { looked: `${files.length} files`, faults };
  },
};
