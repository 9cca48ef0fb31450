/** The box of a folder, for tests and for a process outside of them. */
import { cityFormReader } from "../../cli/read-city-form.ts";
import { createFileBox } from "../../sync/platform/files/file-box.ts";
import type { FileStep } from "../../sync/platform/files/file-steps.ts";
import type { ParcelBox } from "../../sync/platform/parcels/parcel-box.ts";
import { readCityForms } from "../../sync/read-city-forms.ts";

export function fileBox(folder: string, step?: FileStep): ParcelBox {
  const forms = readCityForms();
  const readForm = cityFormReader(forms.titles);
  return createFileBox({ folder, forms, readForm, ...(step === undefined ? {} : { step }) });
}
