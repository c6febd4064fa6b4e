import "./fs_article";
