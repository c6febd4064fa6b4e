import "./fs_author";
