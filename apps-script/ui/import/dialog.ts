// Nhập danh sách thành viên: paste, match the columns, look, write. Nothing is written before the third step's button.
import { fetched } from '../answers.ts';
import { stage } from '../elements.ts';
import { columnsStep } from './columns-step.ts';
import { IMPORT } from './labels.ts';
import { pasteStep } from './paste-step.ts';
import { previewStep } from './preview-step.ts';
import { importStart } from './server.ts';
import { freshState, type Steps } from './state.ts';

fetched(stage(), IMPORT.opening, importStart, (start) => {
  const state = freshState(start);
  const steps: Steps = {
    paste: () => pasteStep(state, steps),
    columns: (preview) => columnsStep(state, steps, preview),
    preview: (preview, told) => previewStep(state, steps, preview, told),
  };
  steps.paste();
});
