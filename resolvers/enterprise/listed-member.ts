/** Lists of a library are read from one row an enterprise (store/tables/listed-members.ts). */
import { listedMembers } from "../../store/tables/listed-members.ts";
import { employmentShape } from "../facts/employment-shape.ts";
import { listModel } from "../list-model.ts";
import { portraitShape } from "../portrait/shape.ts";
import { titleShape } from "../title/shape.ts";
import { enterpriseShape } from "./shape.ts";

export const listedMemberModel = listModel(enterpriseShape, {
  table: listedMembers,
  when: "inLibrary",
  parts: { titles: titleShape, employments: employmentShape, portrait: portraitShape },
});
