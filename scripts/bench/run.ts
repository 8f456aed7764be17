// Prints how long the costly parts take, as ratios to something plain beside them. It never fails: machines differ, ratios hardly.
import { benchDocuments } from './documents.ts';
import { benchRegister } from './register.ts';
import { benchReportMail } from './report-mail.ts';
import { benchSheetBundle } from './sheet-bundle.ts';

benchRegister();
benchReportMail();
await benchDocuments();
await benchSheetBundle();
